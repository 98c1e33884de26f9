using DbKatas.Grader.Engines.Containers;
using Docker.DotNet.Models;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Containers;
using Microsoft.Extensions.Logging.Abstractions;

namespace DbKatas.Engines.Containers;

/// <summary>Turns a recipe into Testcontainers' terms.</summary>
internal static class ContainerPlan
{
    /// <summary>On each container that stays, so that a person can find them all.</summary>
    public const string ReuseLabel = "dbkatas.reuse";

    // As Testcontainers decides it: inside a container, a neighbour is reached by the network's gateway.
    private static bool IsReachedByLoopback => TestcontainersSettings.DockerHostOverride is { Length: > 0 } host
        ? host is "localhost" or "127.0.0.1"
        : !File.Exists("/.dockerenv");

    /// <summary>
    /// Whether a container's ports can be open to this machine alone: they can't where the way to the server leads by another address than
    /// this machine's own.
    /// </summary>
    public static bool CanBePrivate(DockerAddress address) => address.IsLocal && IsReachedByLoopback;

    static ContainerPlan()
    {
        // Its watchman is one more image to bring and to start, with rights on the whole engine; labels do the same work here.
        TestcontainersSettings.ResourceReaperEnabled = false;
        // The usual second would be most of the start.
        TestcontainersSettings.WaitStrategyInterval = TimeSpan.FromMilliseconds(50);
    }

    /// <param name="recipe">What to run.</param>
    /// <param name="address">Where Docker listens.</param>
    /// <param name="owner">The run that it belongs to; null for a container that stays.</param>
    public static IContainer Build(ContainerRecipe recipe, DockerAddress address, ContainerRun? owner)
    {
        var builder = new ContainerBuilder(recipe.Image)
            .WithDockerEndpoint(address.Uri)
            .WithLogger(NullLogger.Instance)
            .WithEnvironment(recipe.Environment)
            .WithCommand([.. recipe.Command])
            .WithPortBinding(recipe.Port, assignRandomHostPort: true)
            .WithCreateParameterModifier(parameters => Complete(parameters.HostConfig!, recipe, address));
        builder = recipe.Memory.Aggregate(builder, (sofar, folder) => sofar.WithTmpfsMount(folder));
        return owner is null
            ? builder.WithReuse(true).WithLabel(ReuseLabel, recipe.Title).Build()
            : builder.WithCleanUp(true).WithLabel(owner.Labels).Build();
    }

    private static void Complete(HostConfig host, ContainerRecipe recipe, DockerAddress address)
    {
        if (recipe.SharedMemory is { } bytes)
        {
            host.ShmSize = bytes;
        }

        if (CanBePrivate(address))
        {
            foreach (var binding in host.PortBindings!.Values.SelectMany(bindings => bindings))
            {
                binding.HostIP = "127.0.0.1";
            }
        }
    }
}
