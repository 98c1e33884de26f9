using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Grading.Schedules;

/// <summary>
/// What a transaction sees of others: the anomalies of transaction isolation, each replayed from its
/// definition (Adya, Weak Consistency, 1999; Berenson and others, A Critique of ANSI SQL Isolation Levels, 1995) at the levels that
/// PostgreSQL has. What is expected is what its manual promises, chapter 13.2.
/// </summary>
[Parallelizable(ParallelScope.Children)]
public class ReadIsolationTests
{
    private const string Committed = "read committed";
    private const string Repeatable = "repeatable read";
    private const string Serializable = "serializable";

    // G1a, aborted read.
    [TestCase(Committed)]
    [TestCase(Repeatable)]
    [TestCase(Serializable)]
    public async Task G1a_nobody_reads_what_is_taken_back(string level) =>
        (await ScheduleStory.TellAsync($"""
            a: begin isolation level {level}
            b: begin isolation level {level}
            a: update t set value = 101 where id = 1
            b: select value from t where id = 1
            a: rollback
            b: select value from t where id = 1
            b: commit
            """)).ShouldBe("""
            a1
            b2
            a3
            b4 -> 10
            a5
            b6 -> 10
            b7
            t: 1=10 2=20
            """);

    // G1b, intermediate read.
    [TestCase(Committed, "11")]
    [TestCase(Repeatable, "10")]
    [TestCase(Serializable, "10")]
    public async Task G1b_nobody_reads_what_is_replaced_before_the_commit(string level, string afterwards) =>
        (await ScheduleStory.TellAsync($"""
            a: begin isolation level {level}
            b: begin isolation level {level}
            a: update t set value = 101 where id = 1
            b: select value from t where id = 1
            a: update t set value = 11 where id = 1
            a: commit
            b: select value from t where id = 1
            b: commit
            """)).ShouldBe($"""
            a1
            b2
            a3
            b4 -> 10
            a5
            a6
            b7 -> {afterwards}
            b8
            t: 1=11 2=20
            """);

    // G1c, circular information flow: each would have to read what the other has not committed. At serializable, each reads what the
    // other then changes, a circle of the other sort, and the second is stopped at its commit.
    [TestCase(Committed, "b8", "1=11 2=22")]
    [TestCase(Repeatable, "b8", "1=11 2=22")]
    [TestCase(Serializable, "b8 refused 40001", "1=11 2=20")]
    public async Task G1c_two_transactions_do_not_read_each_other(string level, string end, string rows) =>
        (await ScheduleStory.TellAsync($"""
            a: begin isolation level {level}
            b: begin isolation level {level}
            a: update t set value = 11 where id = 1
            b: update t set value = 22 where id = 2
            a: select value from t where id = 2
            b: select value from t where id = 1
            a: commit
            b: commit
            """)).ShouldBe($"""
            a1
            b2
            a3
            b4
            a5 -> 20
            b6 -> 10
            a7
            {end}
            t: {rows}
            """);

    // OTV, observed transaction vanishes: b overwrites both of a's rows; c, who has seen the first of a's, must not miss the second.
    [TestCase(Committed, "b6 goes on", "b9", "c12 -> 12", "1=12 2=18")]
    [TestCase(Repeatable, "b6 goes on refused 40001", "b9 refused 25P02", "c12 -> 11", "1=11 2=19")]
    [TestCase(Serializable, "b6 goes on refused 40001", "b9 refused 25P02", "c12 -> 11", "1=11 2=19")]
    public async Task OTV_a_transaction_that_was_seen_does_not_vanish_in_part(string level, string afterwards, string second, string last, string rows) =>
        (await ScheduleStory.TellAsync($"""
            a: begin isolation level {level}
            b: begin isolation level {level}
            c: begin isolation level {level}
            a: update t set value = 11 where id = 1
            a: update t set value = 19 where id = 2
            b: update t set value = 12 where id = 1
            a: commit
            c: select value from t where id = 1
            b: update t set value = 18 where id = 2
            c: select value from t where id = 2
            b: commit
            c: select value from t where id = 1
            c: commit
            """)).ShouldBe($"""
            a1
            b2
            c3
            a4
            a5
            b6 waits for a
            a7
            {afterwards}
            c8 -> 11
            {second}
            c10 -> 19
            b11
            {last}
            c13
            t: {rows}
            """);

    // PMP, predicate-many-preceders: a row comes in that a's condition would have found.
    [TestCase(Committed, "a6 -> 3=30")]
    [TestCase(Repeatable, "a6 ->")]
    [TestCase(Serializable, "a6 ->")]
    public async Task PMP_a_condition_finds_the_same_rows_twice(string level, string afterwards) =>
        (await ScheduleStory.TellAsync($"""
            a: begin isolation level {level}
            b: begin isolation level {level}
            a: select id, value from t where value = 30
            b: insert into t values (3, 30)
            b: commit
            a: select id, value from t where value % 3 = 0
            a: commit
            """)).ShouldBe($"""
            a1
            b2
            a3 ->
            b4
            b5
            {afterwards}
            a7
            t: 1=10 2=20 3=30
            """);

    // G-single, read skew: a reads one row before b's changes and the other after them.
    [TestCase(Committed, "a7 -> 18")]
    [TestCase(Repeatable, "a7 -> 20")]
    [TestCase(Serializable, "a7 -> 20")]
    public async Task G_single_two_reads_see_one_state(string level, string afterwards) =>
        (await ScheduleStory.TellAsync($"""
            a: begin isolation level {level}
            b: begin isolation level {level}
            a: select value from t where id = 1
            b: update t set value = 12 where id = 1
            b: update t set value = 18 where id = 2
            b: commit
            a: select value from t where id = 2
            a: commit
            """)).ShouldBe($"""
            a1
            b2
            a3 -> 10
            b4
            b5
            b6
            {afterwards}
            a8
            t: 1=12 2=18
            """);
}
