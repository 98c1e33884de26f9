using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Quality;

namespace DbKatas.Grader.Grading;

/// <summary>The reference answer itself, which can be asked about any data.</summary>
/// <param name="reference">The answer.</param>
internal sealed class ReferenceYardstick(SqlAnswer reference) : ISqlYardstick
{
    public SqlAnswer Reference => reference;

    /// <summary>Reads the reference from a solution's folder.</summary>
    /// <exception cref="TroubleException">It can't be read.</exception>
    public static SqlAnswer Read(string folder, Kata kata)
    {
        var path = Path.Combine(folder, kata.AnswerFile);
        try
        {
            return SqlAnswer.Read(path);
        }
        catch (TextFileException unreadable)
        {
            throw new TroubleException(
                $"The reference answer {TextFile.Shown(path)} {unreadable.Message} Answers are judged against it: " +
                "say where it is with --solutions, or restore it.", unreadable);
        }
    }

    public Task<KataData> DataAsync(PostgresSession session, Kata kata, CancellationToken cancellation) =>
        KataDataStore.ProvideAsync(session, kata, reference, cancellation);

    public ISlipShelf Slips(KataData data) => MutantShelf.Of(data, reference.Text);

    public Task<RowCounterexample> ShrinkAsync(
        DatasetBench bench, IReadOnlyList<SqlStatement> answer, Trial start, bool inDomain, CancellationToken cancellation) =>
        new CounterexampleSearch(bench, answer, inDomain).ShrinkAsync(start, cancellation);
}
