namespace DbKatas.Grader.Engines.Postgres;

/// <summary>What an answer returns, or leaves in its tables, is larger than anybody reads.</summary>
internal sealed class ResultTooLargeException() : Exception($"it is larger than the {ResultReader.MostMegabytes} MB that are read");
