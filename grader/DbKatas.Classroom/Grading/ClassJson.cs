using System.Text.Encodings.Web;
using System.Text.Json;

namespace DbKatas.Classroom.Grading;

/// <summary>How this project's JSON files are written: legible beyond ASCII, since they are never put into a web page as they are.</summary>
internal static class ClassJson
{
    public static JsonSerializerOptions OneLine { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonWriterOptions Readable { get; } = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
