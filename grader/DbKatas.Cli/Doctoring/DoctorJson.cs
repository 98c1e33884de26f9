using System.Text.Encodings.Web;
using System.Text.Json;

namespace DbKatas.Cli.Doctoring;

/// <summary>A diagnosis for other programs.</summary>
internal static class DoctorJson
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Diagnosis diagnosis) => JsonSerializer.Serialize(new
    {
        well = diagnosis.IsWell,
        engines = diagnosis.Engines.Select(engine => new
        {
            engine = engine.Engine,
            canGrade = engine.CanGrade,
            gradedBy = engine.CanGrade ? engine.Ways[^1].Way : null,
            ways = engine.Ways.Select(way => new { way = way.Way, state = way.State.ToString().ToLowerInvariant(), words = way.Words }),
            mend = engine.Mend,
        }),
        machine = diagnosis.Machine.Select(part => new { name = part.Name, words = part.Words, mend = part.Mend }),
    }, Readable);
}
