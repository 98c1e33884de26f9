namespace DbKatas.Grader.Data.Corners;

/// <summary>Chains between rows whose numbers have one digit, two or three and follow no order: as texts, or cut to so many digits, they sort in another way.</summary>
internal sealed class MixedDigits(ChainedRows chains, KeyNumbers numbers) : ICorner
{
    public bool Fits => chains.Make(new Randomness(""), 1) is not null;

    public RowDraft Make(Randomness random, int turn)
    {
        // Those with an odd number have more than one way between two rows.
        var draft = chains.Make(random, 1 + (2 * turn))!;
        numbers.Mix(draft, random);
        return draft;
    }
}
