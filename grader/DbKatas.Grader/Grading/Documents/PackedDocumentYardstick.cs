using System.Text;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Packing;
using DbKatas.Grader.Quality;

namespace DbKatas.Grader.Grading.Documents;

/// <summary>What was kept of a reference answer: what it gives on the kata's datasets and on small examples, and what usual slips give.</summary>
internal sealed class PackedDocumentYardstick(DocumentData data, DocumentData examples, string written, byte[] slips) : IDocumentYardstick
{
    public MongoAnswer? Reference => null;

    public string Written => written;

    /// <exception cref="InvalidDataException">The bytes are not what <see cref="WriteAsync"/> makes.</exception>
    public static PackedDocumentYardstick Read(byte[] bytes) =>
        PackedParts.Read(bytes) is [var data, var examples, var ids, var slips] && DocumentDataFile.Read(data) is { } known && DocumentDataFile.Read(examples) is { } small
            ? new PackedDocumentYardstick(known, small, Encoding.UTF8.GetString(ids), slips)
            : throw new InvalidDataException("The parts are not those of a MongoDB kata.");

    /// <param name="server">MongoDB, or what stands in for it.</param>
    /// <param name="kata">The kata.</param>
    /// <param name="folder">Its solution.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="TroubleException">The reference does not run here.</exception>
    public static async Task<byte[]> WriteAsync(IMongoServer server, Kata kata, string folder, CancellationToken cancellation)
    {
        var reference = DocumentReferenceYardstick.Read(folder, kata);
        var bench = await DocumentBench.OpenAsync(server, kata, reference, cancellation);
        if (bench.Visible.Failure is { } failure)
            throw new TroubleException($"The reference answer to {kata.Id} does not run on {server.Description}: {failure.Message}.");
        var mutants = new DocumentMutants(bench, reference);
        var (slips, told) = await PackedDocumentSlips.WriteAsync(bench, mutants, cancellation);
        var examples = await new DocumentExamples(bench).FindAsync(folder, told.Select(mutants.Commands), cancellation);
        return PackedParts.Write(
            Bytes(bench.Data.Known, bench), Bytes(examples, bench), Encoding.UTF8.GetBytes(WrittenIds.In(reference)), slips);
    }

    private static byte[] Bytes(IReadOnlyList<KnownSet> known, DocumentBench bench) =>
        DocumentDataFile.Write(new DocumentData([.. known.Select(set => StableIds.In(set, bench.Yardstick.Written))]));

    public Task<DocumentData> DataAsync(IMongoServer server, Kata kata, SeedData seed, CancellationToken cancellation) => Task.FromResult(data);

    public IDocumentSlips Slips(DocumentBench bench) => PackedDocumentSlips.Read(bench, slips);

    /// <summary>The smallest example that shows the same fault; the trial itself where none does.</summary>
    public async Task<DocumentCounterexample> ShrinkAsync(
        DocumentBench bench, IReadOnlyList<MongoCommand> answer, DocumentTrial start, bool inDomain, CancellationToken cancellation)
    {
        List<KnownSet> smaller = [.. examples.Known.Where(known => known.Set.RowCount < start.Dataset.RowCount && (known.Set.InDomain || !inDomain))];
        var trials = await bench.TryAsync(answer, smaller, cancellation);
        var shown = trials.FirstOrDefault(trial => trial.GoesWrong && DocumentCounterexampleSearch.Sort(trial) == DocumentCounterexampleSearch.Sort(start));
        return new DocumentCounterexample(shown ?? start, smaller.Count);
    }
}
