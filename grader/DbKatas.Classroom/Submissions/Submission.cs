namespace DbKatas.Classroom.Submissions;

/// <summary>What one student handed in.</summary>
/// <param name="Name">The student: the name of the folder or zip file.</param>
/// <param name="Answers">The file with the answer, as a full path, by kata id; katas without one are absent.</param>
/// <param name="Fault">Why nothing could be read, as a sentence; null when all is well.</param>
public sealed record Submission(string Name, IReadOnlyDictionary<string, string> Answers, string? Fault = null);
