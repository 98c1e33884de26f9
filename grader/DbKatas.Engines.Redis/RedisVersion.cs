namespace DbKatas.Engines.Redis;

/// <summary>Which Redis grades.</summary>
public static class RedisVersion
{
    /// <summary>The oldest major version that can grade: it has PEXPIRETIME and ACL rules for sub-commands.</summary>
    public const int Oldest = 7;
}
