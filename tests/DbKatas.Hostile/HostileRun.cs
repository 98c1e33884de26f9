using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;

namespace DbKatas.Hostile;

/// <summary>Grades hostile answers beside ordinary ones, and knows what the ordinary ones are told when they are alone.</summary>
internal sealed class HostileRun(HostileCorpus corpus, Grader.Grading.Grader grader)
{
    private readonly Dictionary<string, string[]> _alone = [];

    /// <summary>Grades the ordinary answers by themselves. To be called once, before anything hostile.</summary>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        foreach (var sort in corpus.Sorts)
        {
            _alone[sort] = await OrdinaryAsync(sort, cancellation);
            // What is made once for a kata is made for the hurried one as well: its time is short.
            await grader.GradeAsync(corpus.Katas[HostileCorpus.KataId(sort, isPatient: false)], corpus.Ordinary(sort).First(), cancellation);
        }
    }

    /// <summary>Grades a hostile answer and, at the same time, the ordinary ones of its sort.</summary>
    public async Task<HostileResult> TryAsync(HostileAnswer answer, CancellationToken cancellation)
    {
        var hostile = grader.GradeAsync(corpus.Katas[answer.KataId], answer.Path, cancellation);
        var beside = await OrdinaryAsync(answer.Sort, cancellation);
        var verdict = await hostile;
        var after = await OrdinaryAsync(answer.Sort, cancellation);
        return new HostileResult(verdict, Words(verdict), string.Join('\n', _alone[answer.Sort]), string.Join('\n', beside), string.Join('\n', after));
    }

    /// <summary>Everything that the learner reads, with nothing of the machine in it.</summary>
    private string Words(Verdict verdict)
    {
        // Before lines are broken, so that the words do not depend on where the run was, or on which server.
        var sentence = verdict.Sentence?.Replace(corpus.Library.Root, "HERE");
        sentence = verdict.GradedBy is { } server ? sentence?.Replace(server, "SERVER") : sentence;
        return VerdictText.Write(verdict with { Sentence = sentence, AnswerPath = null, ServerNote = null }, Ink.Plain).Replace(corpus.Library.Root, "HERE");
    }

    private async Task<string[]> OrdinaryAsync(string sort, CancellationToken cancellation)
    {
        var grading = corpus.Ordinary(sort).Select(path => grader.GradeAsync(corpus.OrdinaryKata(sort), path, cancellation));
        return [.. (await Task.WhenAll(grading)).Select(Words)];
    }
}

/// <param name="Verdict">The hostile answer's.</param>
/// <param name="Words">What its author reads.</param>
/// <param name="Alone">What the ordinary answers are told when they are alone.</param>
/// <param name="Beside">What they are told while the hostile one runs.</param>
/// <param name="After">What they are told when it has run.</param>
internal sealed record HostileResult(Verdict Verdict, string Words, string Alone, string Beside, string After);
