namespace DbKatas.Grader.Data;

/// <summary>Data that a kata's answers are run on, whatever the engine.</summary>
public interface IDataset
{
    /// <summary>Unique among a kata's datasets and the same in every run: "constants-07".</summary>
    string Name { get; }

    /// <summary>How it came about.</summary>
    DatasetSort Sort { get; }

    /// <summary>False when it holds what can be stored and the question does not have in mind.</summary>
    bool InDomain { get; }

    /// <summary>Rows of all tables, or documents of all collections.</summary>
    int RowCount { get; }
}
