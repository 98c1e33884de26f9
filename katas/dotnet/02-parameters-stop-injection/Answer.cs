using Npgsql;

namespace Dotnet.ParametersStopInjection;

/// <summary>A customer as the shop's people see one.</summary>
public sealed record Customer(int Id, string Name, string City);

public sealed class CustomerSearch(NpgsqlDataSource database)
{
    /// <summary>The customers whose name is exactly this one, by id.</summary>
    public Task<IReadOnlyList<Customer>> FindAsync(string name)
    {
        // TODO: make it async, and ask the database
        throw new NotImplementedException();
    }

    /// <summary>The customers whose name contains the text, sorted by "name" or "city".</summary>
    public Task<IReadOnlyList<Customer>> SearchAsync(string text, string sortBy)
    {
        // TODO
        throw new NotImplementedException();
    }
}
