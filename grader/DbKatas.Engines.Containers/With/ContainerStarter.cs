using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Containers;
using DbKatas.Grader.Engines.Machine;
using DotNet.Testcontainers.Configurations;

namespace DbKatas.Engines.Containers;

/// <summary>Starts one container for a run. What fails on the way is said in a sentence and never thrown: other ways to a server are open.</summary>
/// <param name="docker">Finds the engine.</param>
/// <param name="mode">Whether containers stay.</param>
/// <param name="cache">Where runs leave word of themselves.</param>
/// <param name="say">Is told what takes time and what went wrong.</param>
internal sealed class ContainerStarter(DockerLookup docker, ContainerMode mode, CacheFolder cache, Action<string> say)
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(5);

    /// <param name="recipe">What to run, with a password.</param>
    /// <param name="isReadyAsync">Waits until the server has answered; false when it does not.</param>
    /// <param name="cancellation">Ends the start and removes what was started.</param>
    /// <returns>A container whose server has answered; null when this way is not open.</returns>
    public async Task<RunningContainer?> TryStartAsync(
        Func<string, ContainerRecipe> recipe, Func<RunningContainer, CancellationToken, Task<bool>> isReadyAsync, CancellationToken cancellation)
    {
        if (mode == ContainerMode.Off || await docker.FindAsync().ConfigureAwait(false) is not { } engine)
        {
            return null;
        }

        OwnFolder.Make(cache.At("containers"));
        // Two runs that start at once must come to the same container, not to two of which none can be told from the other.
        using var turn = mode == ContainerMode.Reuse ? await FileLock.TakeAsync(cache.At("containers", "turn"), cancellation).ConfigureAwait(false) : null;
        var password = mode == ContainerMode.Reuse ? ContainerSecret.Kept(cache) : ContainerSecret.New();
        var plan = recipe(password);
        if (WhyNotStarted(plan, engine) is { } why)
        {
            say($"{why} {DockerLookup.Otherwise}");
            return null;
        }

        var sweeping = SweepAsync(engine, cancellation);
        var container = await StartAsync(engine, plan, password, isReadyAsync, cancellation).ConfigureAwait(false);
        await sweeping.ConfigureAwait(false);
        container?.RemoveAtExit();
        return container;
    }

    /// <summary>Whether a container would be started, without starting it.</summary>
    /// <returns>The answer, and why in a sentence.</returns>
    public async Task<(bool IsOpen, string Words)> LookAsync(Func<string, ContainerRecipe> recipe)
    {
        if (mode == ContainerMode.Off)
        {
            return (false, $"{ContainerModes.Variable} is off.");
        }

        if (await docker.FindAsync().ConfigureAwait(false) is not { } engine)
        {
            return (false, docker.WhyNone ?? "No Docker engine is here.");
        }

        var stays = mode == ContainerMode.Reuse ? "and stays for the next run" : "for each run";
        return WhyNotStarted(recipe(""), engine) is { } why ? (false, why) : (true, $"Docker answers on {engine.Address.Place}; a container of {recipe("").Image} starts {stays}.");
    }

    private static string? WhyNotStarted(ContainerRecipe plan, DockerEngine engine) => plan.AsksForPassword || ContainerPlan.CanBePrivate(engine.Address)
        ? null
        : $"{plan.Title} asks for no password, and a container's port would be open to other machines here, so it is not started in one.";

    private async Task<RunningContainer?> StartAsync(
        DockerEngine engine, ContainerRecipe recipe, string password, Func<RunningContainer, CancellationToken, Task<bool>> isReadyAsync, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(LongestStart);
        var owner = mode == ContainerMode.Reuse ? null : ContainerRun.Begin(cache);
        var built = ContainerPlan.Build(recipe, engine.Address, owner);
        var container = new RunningContainer(built, recipe, password, engine, owner);
        var isReady = false;
        try
        {
            await AnnounceImageAsync(engine, recipe, deadline.Token).ConfigureAwait(false);
            await built.StartAsync(deadline.Token).ConfigureAwait(false);
            isReady = await isReadyAsync(container, deadline.Token).ConfigureAwait(false);
            if (!isReady)
            {
                say(await ContainerFailure.SayAsync(null, container, recipe, engine).ConfigureAwait(false));
            }
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            say(await ContainerFailure.SayAsync(failure, container, recipe, engine).ConfigureAwait(false));
        }
        finally
        {
            if (!isReady)
            {
                await DiscardAsync(container).ConfigureAwait(false);
            }
        }

        return isReady ? container : null;
    }

    private async Task AnnounceImageAsync(DockerEngine engine, ContainerRecipe recipe, CancellationToken cancellation)
    {
        // With a prefix for a registry of one's own, the image bears another name.
        var isOurName = string.IsNullOrEmpty(TestcontainersSettings.HubImageNamePrefix);
        if (isOurName && !await engine.HasImageAsync(recipe.Image, cancellation).ConfigureAwait(false))
        {
            say($"Bringing the image {recipe.Image} to Docker; this happens once.");
        }
    }

    private static async Task SweepAsync(DockerEngine engine, CancellationToken cancellation)
    {
        try
        {
            await ContainerRun.RemoveLeftoversAsync(engine, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or UnauthorizedAccessException)
        {
            // What is left now, the next run removes.
        }
    }

    private static async Task DiscardAsync(RunningContainer container)
    {
        try
        {
            await container.DiscardAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TroubleException)
        {
            // The engine that failed to start it fails to remove it; the next run finds it by its label.
        }
    }
}
