using System.Net;
using System.Net.Sockets;
using System.Runtime.Loader;
using DbKatas.CSharp.Worker;

// Runs one answer with its checks, and then waits to be ended. Started by the grader, which says on standard input where it listens and what
// token it expects. The verdict goes over that connection: standard output belongs to the answer.
const int longestJob = 64 * 1024 * 1024;

// Threads that an answer blocks are replaced at once up to a number that hangs on no machine: beyond it, by default that of the processors, the
// runtime waits half a second for each. Not a setting of the runtime's, which checks with many callers could not raise.
ThreadPool.SetMinThreads(16, 16);

var invitation = (Console.ReadLine() ?? "").Split(' ');
if (invitation is not [var place, var token])
{
    Console.Error.WriteLine("This program is a part of the grader, which starts it by itself. Use: ./kata grade ID");
    return 2;
}

// A port of this machine or, where there is no network, a socket's path.
var isPort = int.TryParse(place, out var port);
using var socket = isPort ? new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true } : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
await socket.ConnectAsync(isPort ? new IPEndPoint(IPAddress.Loopback, port) : new UnixDomainSocketEndPoint(place));
using var stream = new NetworkStream(socket);
var messages = new MessageChannel(stream, longestJob);
messages.Send(MessageKinds.Hello, token);

using var conversation = new Conversation(messages);
var message = await messages.ReceiveAsync();
if (message is [MessageKinds.WarmUp, .. var engines])
{
    WarmUp.Run(engines, conversation.AskAsync);
    messages.Send(MessageKinds.End);
    message = await messages.ReceiveAsync();
}
if (message is not [MessageKinds.Job, var assembly, var answerPath])
    return 2;
AppDomain.CurrentDomain.UnhandledException += (_, thrown) =>
{
    if (thrown.ExceptionObject is Exception exception)
        conversation.Crashed(ThrownException.Describe(conversation.CurrentCheck, exception, answerPath));
};
using var image = new MemoryStream(Convert.FromBase64String(assembly));
CheckRunner.Run(AssemblyLoadContext.Default.LoadFromStream(image), answerPath, conversation, conversation.AskAsync);
messages.Send(MessageKinds.End);

// What the answer has left running is ended with this process, by the grader.
await messages.ReceiveAsync();
return 0;
