using NUnit.Framework;

// Each kata has a database of its own; two at a time keep two cores busy without crowding the server.
[assembly: LevelOfParallelism(2)]
