namespace DbKatas.Grader.Quality;

/// <summary>How an answer that a kata comes with was judged, and how it would have been on fewer or on more data.</summary>
/// <param name="File">The answer, as the author would type it.</param>
/// <param name="IsWrong">True when it should be rejected.</param>
/// <param name="ByVisibleData">True when it is accepted on the data that everybody sees.</param>
/// <param name="InDomain">True when it is accepted: on all data that the question has in mind.</param>
/// <param name="Everywhere">True when no data at all were found on which it goes wrong.</param>
public sealed record JudgedAnswer(string File, bool IsWrong, bool ByVisibleData, bool InDomain, bool Everywhere);
