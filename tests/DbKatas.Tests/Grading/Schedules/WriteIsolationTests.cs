using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Grading.Schedules;

/// <summary>
/// What transactions do to what others have read or written: the anomalies of transaction isolation, each replayed from its
/// definition (Adya, Weak Consistency, 1999; Berenson and others, A Critique of ANSI SQL Isolation Levels, 1995) at the levels that
/// PostgreSQL has. What is expected is what its manual promises, chapter 13.2.
/// </summary>
[Parallelizable(ParallelScope.Children)]
public class WriteIsolationTests
{
    private const string Committed = "read committed";
    private const string Repeatable = "repeatable read";
    private const string Serializable = "serializable";

    // G0, dirty write: two transactions write the same two rows crosswise; the second write of a row waits for the first to end.
    [TestCase(Committed, "b4 goes on", "b7", "1=12 2=22")]
    [TestCase(Repeatable, "b4 goes on refused 40001", "b7 refused 25P02", "1=11 2=21")]
    [TestCase(Serializable, "b4 goes on refused 40001", "b7 refused 25P02", "1=11 2=21")]
    public async Task G0_a_write_is_not_overwritten_before_it_is_committed(string level, string afterwards, string second, string rows) =>
        (await ScheduleStory.TellAsync($"""
            a: begin isolation level {level}
            b: begin isolation level {level}
            a: update t set value = 11 where id = 1
            b: update t set value = 12 where id = 1
            a: update t set value = 21 where id = 2
            a: commit
            b: update t set value = 22 where id = 2
            b: commit
            """)).ShouldBe($"""
            a1
            b2
            a3
            b4 waits for a
            a5
            a6
            {afterwards}
            {second}
            b8
            t: {rows}
            """);

    // PMP, predicate-many-preceders, for the condition of a change: b means to delete the row with 20, which a is just making another one.
    [TestCase(Committed, "b4 goes on", "1=20 2=30")]
    [TestCase(Repeatable, "b4 goes on refused 40001", "1=20 2=30")]
    [TestCase(Serializable, "b4 goes on refused 40001", "1=20 2=30")]
    public async Task PMP_a_condition_of_a_change_holds_for_the_row_that_is_changed(string level, string afterwards, string rows) =>
        (await ScheduleStory.TellAsync($"""
            a: begin isolation level {level}
            b: begin isolation level {level}
            a: update t set value = value + 10
            b: delete from t where value = 20
            a: commit
            b: commit
            """)).ShouldBe($"""
            a1
            b2
            a3
            b4 waits for a
            a5
            {afterwards}
            b6
            t: {rows}
            """);

    // P4, lost update.
    [TestCase(Committed, "b6 goes on", "1=12 2=20")]
    [TestCase(Repeatable, "b6 goes on refused 40001", "1=11 2=20")]
    [TestCase(Serializable, "b6 goes on refused 40001", "1=11 2=20")]
    public async Task P4_an_update_is_not_lost(string level, string afterwards, string rows) =>
        (await ScheduleStory.TellAsync($"""
            a: begin isolation level {level}
            b: begin isolation level {level}
            a: select value from t where id = 1
            b: select value from t where id = 1
            a: update t set value = 11 where id = 1
            b: update t set value = 12 where id = 1
            a: commit
            b: commit
            """)).ShouldBe($"""
            a1
            b2
            a3 -> 10
            b4 -> 10
            a5
            b6 waits for a
            a7
            {afterwards}
            b8
            t: {rows}
            """);

    // G2-item, write skew: each changes one of the two rows that both have read.
    [TestCase(Committed, "b8", "1=11 2=21")]
    [TestCase(Repeatable, "b8", "1=11 2=21")]
    [TestCase(Serializable, "b8 refused 40001", "1=11 2=20")]
    public async Task G2_item_what_was_read_is_still_so_at_the_commit(string level, string end, string rows) =>
        (await ScheduleStory.TellAsync($"""
            a: begin isolation level {level}
            b: begin isolation level {level}
            a: select id, value from t order by id
            b: select id, value from t order by id
            a: update t set value = 11 where id = 1
            b: update t set value = 21 where id = 2
            a: commit
            b: commit
            """)).ShouldBe($"""
            a1
            b2
            a3 -> 1=10 2=20
            b4 -> 1=10 2=20
            a5
            b6
            a7
            {end}
            t: {rows}
            """);

    // G2, the same with a condition: each adds a row that the other's condition would have found.
    [TestCase(Committed, "b8", "1=10 2=20 3=30 4=42")]
    [TestCase(Repeatable, "b8", "1=10 2=20 3=30 4=42")]
    [TestCase(Serializable, "b8 refused 40001", "1=10 2=20 3=30")]
    public async Task G2_what_was_not_found_is_still_not_there_at_the_commit(string level, string end, string rows) =>
        (await ScheduleStory.TellAsync($"""
            a: begin isolation level {level}
            b: begin isolation level {level}
            a: select id from t where value % 3 = 0
            b: select id from t where value % 3 = 0
            a: insert into t values (3, 30)
            b: insert into t values (4, 42)
            a: commit
            b: commit
            """)).ShouldBe($"""
            a1
            b2
            a3 ->
            b4 ->
            a5
            b6
            a7
            {end}
            t: {rows}
            """);
}
