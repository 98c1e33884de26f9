namespace DbKatas.Cli.Watching;

/// <summary>What a learner looks at while watching.</summary>
internal interface IWatchScreen
{
    /// <summary>Shows this text and nothing else.</summary>
    void Show(string text);

    /// <summary>Opens files in the learner's editor.</summary>
    /// <returns>Null, or a sentence that says why that did not work.</returns>
    Task<string?> EditAsync(IReadOnlyList<string> files, CancellationToken cancellation);
}
