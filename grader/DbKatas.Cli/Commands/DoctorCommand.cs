using System.CommandLine;
using DbKatas.Cli.Doctoring;
using DbKatas.Composition;

namespace DbKatas.Cli.Commands;

internal static class DoctorCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print what was found as JSON, and nothing else" };
        var command = new Command("doctor", "Show what this machine has, which way each engine is graded and why, and what mends what is missing") { json };
        command.SetAction((arguments, cancellation) => ExamineAsync(arguments.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> ExamineAsync(bool asJson, CancellationToken cancellation)
    {
        var machine = new MachineCheck(Workplace.Library().Root).PartsAsync(cancellation);
        var doctor = new Doctor(StandardGrader.PostgresWays(), StandardGrader.MongoWays(), StandardGrader.RedisWays());
        var diagnosis = new Diagnosis(await doctor.EnginesAsync(cancellation), await machine);
        Console.WriteLine(asJson ? DoctorJson.Write(diagnosis) : DoctorText.Write(diagnosis, Workplace.Ink));
        return diagnosis.IsWell ? ExitCode.Good : ExitCode.NotYet;
    }
}
