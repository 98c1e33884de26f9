using DbKatas.Grader.Data;
using DbKatas.Grader.Data.Documents;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Engines.MongoDb.StandIn;
using DbKatas.Tests.Engines.MongoDb;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Data;

/// <summary>Hidden documents: they look like the seed, and never like what the seed never is.</summary>
public class DocumentGeneratorTests
{
    private const string Seed = """
        { "customers": [{ "_id": "ann", "name": "Ann", "address": { "city": "York" } }, { "_id": "ben", "name": "Ben" }, { "_id": "cy", "name": "Cy", "vip": null, "address": { "city": "Bath" } }],
          "orders": [
            { "_id": 1, "customer": "ann", "total": 19.99, "at": { "$date": "2026-03-01T10:30:00Z" }, "tags": ["a", "b"], "lines": [{ "sku": "x", "qty": 1 }, { "sku": "y", "qty": 2 }] },
            { "_id": 2, "customer": "ann", "total": 20, "at": { "$date": "2026-03-09T00:00:00Z" }, "tags": [], "lines": [{ "sku": "x", "qty": 3 }] },
            { "_id": 3, "customer": "ben", "total": 35.5, "at": { "$date": "2026-03-31T23:59:59Z" }, "lines": [{ "sku": "z", "qty": 1 }] }] }
        """;

    private const string Answer = """
        { "collection": "orders", "pipeline": [
          { "$match": { "total": { "$gte": 20 }, "at": { "$gte": { "$date": "2026-03-01T00:00:00Z" } } } },
          { "$lookup": { "from": "customers", "localField": "customer", "foreignField": "_id", "as": "who" } }, { "$sort": { "total": -1 } }] }
        """;

    private static readonly DatasetSort[] Sorts = [DatasetSort.ConstantsAware, DatasetSort.PerturbedSeed, DatasetSort.FullSize];

    [Test]
    public void Repeats_exactly()
    {
        string Texts() => string.Join('\n', Sets(Generator()).Select(set => set.ToSeed().Json));

        Texts().ShouldBe(Texts());
    }

    [Test]
    public void Gives_every_document_an_id_of_its_own()
    {
        foreach (var content in Sets(Generator()).SelectMany(set => set.Collections))
            content.Documents.Select(document => document["_id"]!.Key()).ShouldBeUnique();
    }

    [Test]
    public void Lacks_only_what_the_seed_lacks_somewhere()
    {
        foreach (var order in Documents("orders"))
        {
            foreach (var name in new[] { "customer", "total", "at", "lines" })
                order[name].ShouldNotBeNull().Form.ShouldNotBe(JsonForm.Null);
            foreach (var line in order["lines"]!.Items)
                line.Fields.Select(field => field.Name).ShouldBe(["sku", "qty"]);
        }
        Documents("orders").ShouldContain(order => order["tags"] == null);
        Documents("customers").ShouldContain(customer => customer["address"] == null);
        Documents("customers").ShouldContain(customer => customer["vip"] != null && customer["vip"]!.Form == JsonForm.Null);
    }

    [Test]
    public void Empties_and_repeats_in_lists_only_as_the_seed_does()
    {
        Documents("orders").ShouldContain(order => order["tags"] != null && order["tags"]!.Items.Count == 0);
        foreach (var order in Documents("orders"))
        {
            order["lines"]!.Items.Count.ShouldBeGreaterThan(0);
            order["lines"]!.Items.Select(line => line["sku"]!.Text).ShouldBeUnique();
            (order["tags"]?.Items ?? []).Select(tag => tag.Text).ShouldBeUnique();
        }
    }

    [Test]
    public void Points_only_to_what_is_there_when_the_seed_does()
    {
        foreach (var set in Sets(Generator()))
        {
            var ids = set.Collections[0].Documents.Select(customer => customer["_id"]!.Text).ToList();
            foreach (var order in set.Collections[1].Documents)
                ids.ShouldContain(order["customer"]!.Text);
        }
    }

    [Test]
    public void Goes_to_the_edges_of_the_constants()
    {
        var totals = Documents("orders").Select(order => NumberValues.Parse(order["total"]!.Digits())).Distinct().ToList();
        var moments = Documents("orders").Select(order => order["at"]!.Moment()).Distinct().ToList();

        totals.ShouldContain(20);
        totals.ShouldContain(19.99m);
        totals.ShouldContain(20.01m);
        moments.ShouldContain(new DateTime(2026, 3, 1));
        moments.ShouldContain(new DateTime(2026, 2, 28, 23, 59, 59));
        moments.ShouldContain(new DateTime(2026, 3, 1, 0, 0, 1));
    }

    [Test]
    public void Names_of_fields_and_collections_are_no_constants()
    {
        var constants = DocumentConstants.Of(JsonReader.Read("""
            { "collection": "a", "pipeline": [
              { "$graphLookup": { "from": "b", "startWith": "$x", "connectFromField": "owns", "connectToField": "_id", "depthField": "steps", "as": "c" } },
              { "$lookup": { "from": "d", "localField": "e", "foreignField": "f", "as": "g", "pipeline": [{ "$match": { "kind": "big" } }] } },
              { "$merge": { "into": "h", "on": "_id", "whenMatched": "replace", "whenNotMatched": "insert" } }] }
            """)!);

        constants.Select(constant => constant.Text).ShouldBe(["big"]);
    }

    [Test]
    public void Keeps_dates_within_reach_of_the_seed()
    {
        var generator = Generator("""{ "collection": "orders", "pipeline": [{ "$set": { "days": { "$subtract": ["$at", { "$date": "1970-01-05T00:00:00Z" }] } } }] }""");

        foreach (var order in Sets(generator).SelectMany(set => set.Collections[1].Documents))
            order["at"]!.Moment()!.Value.Year.ShouldBeInRange(2025, 2027);
    }

    [Test]
    public void Wider_documents_leave_the_months_and_the_year_of_the_seed()
    {
        var moments = Wider().Select(order => order["at"]!.Moment()!.Value).ToList();

        moments.Select(moment => moment.Month).Distinct().Count().ShouldBeGreaterThan(5);
        moments.ShouldContain(moment => moment.Year == 2025);
        moments.ShouldContain(moment => moment.Year == 2027);
        moments.ShouldContain(moment => moment.Year == 2025 && moment.Month == 3 && moment.Day == 1);
    }

    [TestCase("1898")]
    [TestCase("2099")]
    public void Wider_documents_can_be_made_around_a_century_without_a_leap_day(string year) =>
        Generator(seed: Seed.Replace("2026-", year + "-", StringComparison.Ordinal)).MakeWider().Take(20).ShouldNotBeEmpty();

    [Test]
    public void Wider_documents_have_lists_longer_than_the_seeds_longest() =>
        Wider().ShouldContain(order => order["tags"] != null && order["tags"]!.Items.Count > 2);

    [Test]
    public void Wider_documents_have_known_texts_with_words_before_and_behind()
    {
        var names = Wider("customers").Select(customer => customer["name"]!.Text).Distinct().ToList();

        names.ShouldContain("Ann Novo");
        names.ShouldContain("New Ben");
    }

    [Test]
    public void Wider_documents_stand_in_long_chains()
    {
        const string steps = """{ "tasks": [{ "_id": "a", "next": "b" }, { "_id": "b", "next": "c" }, { "_id": "c" }] }""";
        const string answer = """
            { "collection": "tasks", "pipeline": [{ "$graphLookup": {
              "from": "tasks", "startWith": "$next", "connectFromField": "next", "connectToField": "_id", "as": "later" } }] }
            """;
        var generator = new DocumentGenerator(DocumentSet.OfSeed(StandInRun.SeedOf(steps)), JsonReader.Read(answer)!, Domain.None);

        generator.MakeWider().Take(20).Max(LongestChain).ShouldBeGreaterThan(5);
    }

    private static int LongestChain(DocumentSet set)
    {
        var next = set.Collections[0].Documents.ToDictionary(task => task["_id"]!.Text, task => task["next"]?.Text);
        int Length(string? task, int most) => task is not null && most > 0 && next.TryGetValue(task, out var after) ? 1 + Length(after, most - 1) : 0;
        return next.Keys.Select(task => Length(task, next.Count)).DefaultIfEmpty().Max();
    }

    [Test]
    public void Sums_tie_between_one_document_and_two()
    {
        Generator().MakeSums().Take(40).ShouldContain(set => HasEqualSums(set.Collections[1].Documents));
    }

    private static bool HasEqualSums(IReadOnlyList<JsonNode> orders)
    {
        decimal Total(JsonNode order) => NumberValues.Parse(order["total"]!.Digits())!.Value;
        return orders.Any(one => orders.Any(two => orders.Any(sum => !ReferenceEquals(one, two) && Total(one) + Total(two) == Total(sum))));
    }

    [Test]
    public void Beyond_the_domain_fields_are_missing_and_null()
    {
        var orders = Generator().Make(DatasetSort.ConstantsAware, inDomain: false).Take(40).SelectMany(set => set.Collections[1].Documents).ToList();

        orders.ShouldContain(order => order["total"] == null);
        orders.ShouldContain(order => order["total"] != null && order["total"]!.Form == JsonForm.Null);
        orders.ShouldContain(order => order["customer"] != null && order["customer"]!.Form == JsonForm.Null);
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Makes_nothing_that_the_stand_in_would_refuse(bool inDomain)
    {
        foreach (var set in Sorts.SelectMany(sort => Generator().Make(sort, inDomain).Take(30)))
            Should.NotThrow(() => MingoScope.CheckValues(set.ToSeed().Source));
    }

    [Test]
    public void Obeys_the_author()
    {
        var field = new ColumnDomain(null, "10", "30", null, null, false);
        var tags = new ColumnDomain(null, null, null, null, null, NeverNull: true);
        var domain = new Domain(new Dictionary<string, TableDomain>
        {
            ["orders"] = new(NeverEmpty: true, [["total"]], new Dictionary<string, ColumnDomain> { ["total"] = field, ["tags"] = tags }, []),
        }, []);

        foreach (var set in Sets(Generator(domain: domain)))
        {
            var orders = set.Collections[1].Documents;
            orders.Count.ShouldBeGreaterThan(0);
            orders.Select(order => order["total"]!.Key()).ShouldBeUnique();
            foreach (var order in orders.Where(order => order["total"]!.Digits() != "35.5"))
                NumberValues.Parse(order["total"]!.Digits())!.Value.ShouldBeInRange(10, 30);
        }
    }

    [Test]
    public void Finds_out_what_points_to_what()
    {
        Generator().Model.Links.ShouldHaveSingleItem().ShouldBe(new DocumentLink("orders", "customer", "customers", "_id", Dangles: false));
    }

    private static DocumentGenerator Generator(string answer = Answer, Domain? domain = null, string seed = Seed) =>
        new(DocumentSet.OfSeed(StandInRun.SeedOf(seed)), JsonReader.Read(answer)!, domain ?? Domain.None);

    private static IEnumerable<DocumentSet> Sets(DocumentGenerator generator) => Sorts.SelectMany(sort => generator.Make(sort).Skip(1).Take(40));

    private static List<JsonNode> Wider(string collection = "orders") =>
        [.. Generator().MakeWider().Skip(1).Take(40).SelectMany(set => set.Collections.First(content => content.Name == collection).Documents)];

    private static IEnumerable<JsonNode> Documents(string collection) =>
        Sets(Generator()).SelectMany(set => set.Collections.First(content => content.Name == collection).Documents);
}
