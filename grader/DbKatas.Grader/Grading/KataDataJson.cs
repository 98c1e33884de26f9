using System.Text.Json.Serialization;

namespace DbKatas.Grader.Grading;

/// <summary>How a kata's data are written. Only written: the one way that needs no tables of the types, which take 20 ms to make.</summary>
[JsonSerializable(typeof(KataDataFile.StoredData), GenerationMode = JsonSourceGenerationMode.Serialization)]
internal sealed partial class KataDataJson : JsonSerializerContext;
