using System.Net;
using System.Net.Sockets;
using System.Runtime.Loader;
using DbKatas.CSharp.Worker;

// Runs one answer with its checks, and then waits to be ended. Started by the grader, which says on standard input where it listens and what
// token it expects. The verdict goes over that connection: standard output belongs to the answer.
const int longestJob = 64 * 1024 * 1024;

var invitation = (Console.ReadLine() ?? "").Split(' ');
if (invitation is not [var portText, var token] || !int.TryParse(portText, out var port))
{
    Console.Error.WriteLine("This program is a part of the grader, which starts it by itself. Use: ./kata grade ID");
    return 2;
}

using var socket = new TcpClient();
socket.NoDelay = true;
await socket.ConnectAsync(IPAddress.Loopback, port);
var messages = new MessageChannel(socket.GetStream(), longestJob);
messages.Send(MessageKinds.Hello, token);
if (await messages.ReceiveAsync() is not [MessageKinds.Job, var assembly, var answerPath])
    return 2;

using var conversation = new Conversation(messages);
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
