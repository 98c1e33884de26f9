namespace DbKatas.Grader.Engines.Postgres;

/// <summary>Why a statement of an answer did not run, in the server's words and at the server's place.</summary>
/// <param name="SqlState">The five-character code of PostgreSQL's manual, appendix A; null where the grader itself gave up.</param>
/// <param name="Message">The server's message.</param>
/// <param name="Detail">The server's detail, where it has one.</param>
/// <param name="Hint">The server's hint, where it has one.</param>
/// <param name="Position">Index into the answer's text of the character at fault; null where the server names none.</param>
/// <param name="Statement">The statement that failed.</param>
public sealed record SqlFailure(string? SqlState, string Message, string? Detail, string? Hint, int? Position, SqlStatement? Statement);
