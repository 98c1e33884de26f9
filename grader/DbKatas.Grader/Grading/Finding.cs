namespace DbKatas.Grader.Grading;

/// <summary>One thing that is not right yet, in the facts of the kata's kind: a probe, a plan, an interleaving, a choice. <c>FindingText</c> has its words.</summary>
public abstract record Finding;
