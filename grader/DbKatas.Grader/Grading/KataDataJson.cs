using System.Text.Json.Serialization;
using DbKatas.Grader.Grading.Documents;

namespace DbKatas.Grader.Grading;

/// <summary>How a kata's data are read and written, worked out when this is built: at run time that takes longer than the reading.</summary>
[JsonSerializable(typeof(KataDataFile.StoredData))]
[JsonSerializable(typeof(KataDataStore.Parts))]
[JsonSerializable(typeof(DocumentDataStore.Parts), TypeInfoPropertyName = "DocumentParts")]
internal sealed partial class KataDataJson : JsonSerializerContext;
