namespace DbKatas.Grader.Comparing;

/// <summary>What a key holds after a script.</summary>
/// <param name="Type">"string", "hash", "list", "set", "sorted set", "stream"; also what a kata reads one of these as: "HyperLogLog", "bitmap", "places".</param>
/// <param name="Content">Its parts, a row each; columns and order depend on the type alone.</param>
/// <param name="Expiry">When it goes.</param>
public sealed record KeyState(string Type, ResultTable Content, KeyExpiry Expiry);
