namespace DbKatas.Engines.Redis;

/// <summary>The server's word against a command, or a reply that can't be read.</summary>
internal sealed class RespException(string message) : Exception(message);
