namespace DbKatas.Engines.MongoDb;

/// <summary>The server took a write and refused one of its documents. The message is the server's.</summary>
internal sealed class WriteRefusedException(string message) : Exception(message);
