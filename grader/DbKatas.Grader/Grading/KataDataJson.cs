using System.Text.Json.Serialization;
using DbKatas.Grader.Grading.Documents;

namespace DbKatas.Grader.Grading;

/// <summary>How a kata's data are read and written, worked out when this is built: at run time that takes longer than the reading.</summary>
/// <remarks>What names are made of is only written: the one way of writing that needs no tables of its types, which take 20 ms to make.</remarks>
[JsonSerializable(typeof(KataDataFile.StoredData))]
[JsonSerializable(typeof(KataDataStore.Parts), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(DocumentDataStore.Parts), TypeInfoPropertyName = "DocumentParts", GenerationMode = JsonSourceGenerationMode.Serialization)]
internal sealed partial class KataDataJson : JsonSerializerContext;
