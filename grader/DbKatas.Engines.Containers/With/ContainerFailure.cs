using System.Text.Json;
using DbKatas.Grader.Engines.Containers;
using Docker.DotNet;

namespace DbKatas.Engines.Containers;

/// <summary>Says in a sentence why a container did not start.</summary>
internal static class ContainerFailure
{
    private const int LongestReason = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <param name="failure">What was thrown; null when the server did not answer in time.</param>
    /// <param name="container">What was to start.</param>
    /// <param name="recipe">What was to run in it.</param>
    /// <param name="engine">Is asked what has become of it.</param>
    public static async Task<string> SayAsync(Exception? failure, RunningContainer container, ContainerRecipe recipe, DockerEngine engine)
    {
        using var deadline = new CancellationTokenSource(Patience);
        string sentence;
        try
        {
            sentence = await SentenceAsync(failure, container, recipe, engine, deadline.Token).ConfigureAwait(false);
        }
        catch (Exception silence) when (silence is HttpRequestException or OperationCanceledException or DockerApiException)
        {
            sentence = $"Docker stopped answering while {recipe.Title} was starting in a container.";
        }

        return $"{sentence} {DockerLookup.Otherwise}";
    }

    private static async Task<string> SentenceAsync(
        Exception? failure, RunningContainer container, ContainerRecipe recipe, DockerEngine engine, CancellationToken cancellation)
    {
        if (!container.IsMade)
        {
            return await engine.HasImageAsync(recipe.Image, cancellation).ConfigureAwait(false)
                ? $"Docker could not make a container for {recipe.Title} ({recipe.Image}): {Reason(failure)}."
                : $"Docker could not bring the image {recipe.Image}: {Reason(failure)}.";
        }

        if (!await container.IsRunningAsync(cancellation).ConfigureAwait(false))
        {
            var words = await container.LastWordsAsync(cancellation).ConfigureAwait(false);
            return $"{recipe.Title} ended at its start in a container ({recipe.Image}). It wrote: {(words.Length == 0 ? "nothing" : words.TrimEnd('.'))}.";
        }

        return failure is null
            ? $"{recipe.Title} runs in a container ({recipe.Image}), and did not answer on {container.Host}:{container.Port} in time."
            : $"{recipe.Title} could not be used in a container ({recipe.Image}): {Reason(failure)}.";
    }

    private static string Reason(Exception? failure)
    {
        var text = failure switch
        {
            null or OperationCanceledException or TimeoutException => "it took too long",
            DockerApiException { ResponseBody: { Length: > 0 } body } => Message(body),
            _ => failure.Message,
        };
        var line = text.ReplaceLineEndings(" ").Trim().TrimEnd('.');
        return line.Length <= LongestReason ? line : line[..LongestReason] + "…";
    }

    // The engine's own words: {"message":"…"}.
    private static string Message(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.GetProperty("message").GetString() ?? body;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return body;
        }
    }
}
