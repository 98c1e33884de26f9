namespace DbKatas.Grader.Comparing;

/// <summary>What is wrong with one key. It decides the verdict and feeds the words.</summary>
/// <param name="Key">The key's name, printable.</param>
/// <param name="Expected">What it should hold; null when it should not be there.</param>
/// <param name="Actual">What it holds; null when it is not there.</param>
/// <param name="Content">How the parts differ; null when they agree, or can't be compared.</param>
/// <param name="ExpiryDiffers">Whether it goes at another time, or only one of the two goes at all.</param>
public sealed record KeyDifference(string Key, KeyState? Expected, KeyState? Actual, Difference? Content = null, bool ExpiryDiffers = false);
