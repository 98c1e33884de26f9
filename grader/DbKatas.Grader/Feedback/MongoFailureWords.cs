using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Engines.MongoDb.StandIn;
using DbKatas.Grader.Grading;

namespace DbKatas.Grader.Feedback;

/// <summary>Why an answer to a MongoDB kata did not run, or was not judged, in the learner's terms.</summary>
internal static class MongoFailureWords
{
    public static AnswerFailure Explain(JsonFaultException fault, MongoAnswer answer) =>
        new(fault.Message, TextPlace.Of(answer.Text, fault.Position));

    public static AnswerFailure Explain(MongoFailure failure, MongoAnswer answer, int seconds)
    {
        if (failure is { Fault: MongoFault.Refused, Position: null, Command: { } command } && Misspelt(command) is { } fault)
            return Explain(fault, answer);
        return new AnswerFailure(Sentence(failure, seconds), Place(failure, answer));
    }

    /// <summary>Half a sentence.</summary>
    public static string Sentence(MongoFailure failure, int seconds) => failure.Fault switch
    {
        MongoFault.TookTooLong => $"it ran longer than the {seconds} s that an answer may take, and was stopped",
        MongoFault.TookTooMuch => "it took more memory than an answer may, and was stopped",
        _ => failure.Message,
    };

    public static string NeedsServer(string who, string feature, IMongoServer standIn) =>
        $"{who} uses {feature}, and only a MongoDB server can judge that: {standIn.Description}, does it in another way or not at all.\nStart a server, and grade again:\n{MongoProviders.ServerCommands}";

    public static string NeedsServer(string who, MongoFailure refusal, MongoAnswer answer, IMongoServer standIn)
    {
        var line = refusal.Position is { } position ? $" (line {TextPlace.Of(answer.Text, position).Line})" : "";
        return NeedsServer(who, refusal.Message + line, standIn);
    }

    public static string NeedsVersion(int oldest, IMongoServer server) =>
        $"This kata needs MongoDB {oldest} or newer, and this run has {server.Description}. Start a server, and grade again:\n{MongoProviders.ServerCommands}";

    /// <summary>A server's words on an unknown operator name no place and no likely word; our own reading of the answer does.</summary>
    private static JsonFaultException? Misspelt(MongoCommand command)
    {
        try
        {
            MingoScope.Check(command);
        }
        catch (JsonFaultException fault)
        {
            return fault;
        }
        catch (MingoRefusal)
        {
            // A real operator: no slip that can be named.
        }
        return null;
    }

    // In a file with one command, all of it is at fault; in a script, it is one of several.
    private static TextPlace? Place(MongoFailure failure, MongoAnswer answer) => failure switch
    {
        { Position: { } position } => TextPlace.Of(answer.Text, position),
        { Command: { } command } when answer.Commands.Count > 1 => TextPlace.Of(answer.Text, command.Source.Start),
        _ => null,
    };
}
