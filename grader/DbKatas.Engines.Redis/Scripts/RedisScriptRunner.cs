using System.Net.Sockets;
using DbKatas.Grader.Engines;

namespace DbKatas.Engines.Redis.Scripts;

/// <summary>Runs commands one by one on a connection of their own, as redis-cli would; the first that fails ends the run.</summary>
internal sealed class RedisScriptRunner(RedisScratch scratch)
{
    /// <param name="commands">In order.</param>
    /// <param name="time">For all of them.</param>
    /// <param name="cancellation">Ends the run from outside.</param>
    /// <exception cref="TroubleException">The server was lost.</exception>
    public async Task<RedisScriptRun> RunAsync(IReadOnlyList<RedisCommand> commands, TimeSpan time, CancellationToken cancellation)
    {
        if (commands.FirstOrDefault(command => AnswerRights.RefusalOf(command.Name) is not null) is { } refused)
            return new RedisScriptRun(new RedisFailure(RefusalReason.Unsent, AnswerRights.RefusalOf(refused.Name)!, refused));
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(time);
        await using var connection = await scratch.ConnectAsync(cancellation);
        List<RedisCommand>? queue = null;
        foreach (var command in commands)
        {
            if (await RunAsync(connection, command, queue, deadline.Token, cancellation) is { } failure)
                return new RedisScriptRun(failure);
            switch (command.Name)
            {
                case "MULTI":
                    queue = [];
                    break;
                case "EXEC" or "DISCARD":
                    queue = null;
                    break;
                default:
                    queue?.Add(command);
                    break;
            }
        }
        return new RedisScriptRun(null, queue is not null);
    }

    private async Task<RedisFailure?> RunAsync(
        RespConnection connection, RedisCommand command, List<RedisCommand>? queue, CancellationToken deadline, CancellationToken cancellation)
    {
        try
        {
            return Refusal(await connection.SendAsync(command.Words, deadline), command, queue);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            await scratch.Session.EndScriptAsync();
            return new RedisFailure(RefusalReason.Time, "", command);
        }
        catch (RespException unusable)
        {
            return new RedisFailure(RefusalReason.Connection, unusable.Message, command);
        }
        catch (Exception lost) when (lost is IOException or SocketException)
        {
            if (await scratch.Session.AnswersAsync())
                return new RedisFailure(RefusalReason.Connection, "Redis closed the connection; most likely it asked for too much at once", command);
            // Nobody else uses a server of ours, so this answer has ended it; the next gets another.
            return scratch.Session.IsOurs
                ? new RedisFailure(RefusalReason.Connection, "Redis ended while it ran; most likely it needed more memory than an answer may have", command)
                : throw new TroubleException("Redis stopped answering while this answer ran. Run again; the other answers keep their verdicts.", lost);
        }
    }

    private static RedisFailure? Refusal(RespReply reply, RedisCommand command, List<RedisCommand>? queue)
    {
        if (reply.Error is not { } error)
            return null;
        var at = command.Name == "EXEC" && queue is not null ? reply.Items?.ToList().FindIndex(item => item.Error is not null) ?? -1 : -1;
        return at >= 0 && at < queue!.Count
            ? new RedisFailure(RefusalReason.Server, error, queue[at], IsInTransaction: true)
            : new RedisFailure(RefusalReason.Server, error, command);
    }
}
