using System.Globalization;

namespace DbKatas.CSharp.Worker;

/// <summary>The worker's side of the connection to the grader.</summary>
internal sealed class Conversation(MessageChannel messages) : ICheckListener, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Relays _relays = new();
    private string _current = "";

    /// <summary>The check that is running, for whoever has to tell of a crash.</summary>
    public string CurrentCheck => _current;

    public void Started(string check)
    {
        // NUnit catches the console before the first check; from here on a flood must cost nothing.
        if (_current.Length == 0)
            Console.SetOut(StandardOutput);
        _current = check;
        messages.Send(MessageKinds.Started, check);
    }

    public void Finished(CheckResult result) => messages.Send([MessageKinds.Finished, .. result.ToTexts()]);

    public void Crashed(CheckResult result) => messages.Send([MessageKinds.Crash, .. result.ToTexts()]);

    /// <summary>The console, bounded. Made before the answer is loaded.</summary>
    public TextWriter StandardOutput { get; } = new BoundedOutput(Console.Out, 4_000);

    public async Task<string> AskAsync(string engine)
    {
        await _turn.WaitAsync();
        try
        {
            messages.Send(MessageKinds.Need, engine);
            switch (await messages.ReceiveAsync())
            {
                case [MessageKinds.Have, var connectionString]:
                    return connectionString;
                case [MessageKinds.Have, var connectionString, var port, var socketPath]:
                    _relays.Open(int.Parse(port, CultureInfo.InvariantCulture), socketPath);
                    return connectionString;
                default:
                    throw new InvalidOperationException($"The grader gave no {engine}.");
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
