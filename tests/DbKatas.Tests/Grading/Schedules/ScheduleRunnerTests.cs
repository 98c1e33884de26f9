using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Grading.Schedules;

[Parallelizable(ParallelScope.Children)]
public class ScheduleRunnerTests
{
    [Test]
    public async Task A_waiting_session_keeps_its_later_steps() => (await ScheduleStory.TellAsync("""
        a: begin
        a: update t set value = 11 where id = 1
        b: update t set value = value + 1 where id = 1
        b: select value from t where id = 1
        a: commit
        b: select 'later'
        """)).ShouldBe("""
        a1
        a2
        b3 waits for a
        a5
        b3 goes on
        b4 -> 12
        b6 -> later
        t: 1=12 2=20
        """);

    [Test]
    public async Task The_session_that_closes_a_circle_is_the_one_that_is_stopped([Values(1, 2, 3)] int again) => (await ScheduleStory.TellAsync("""
        a: begin
        b: begin
        a: update t set value = 11 where id = 1
        b: update t set value = 22 where id = 2
        a: update t set value = 12 where id = 2
        b: update t set value = 21 where id = 1
        a: commit
        b: commit
        """)).ShouldBe("""
        a1
        b2
        a3
        b4
        a5 waits for b
        b6 refused 40P01
        a5 goes on
        a7
        b8
        t: 1=11 2=12
        """, $"run {again}");

    [Test]
    public async Task A_circle_of_three_is_broken_where_it_closes() => (await ScheduleStory.TellAsync("""
        a: begin
        b: begin
        c: begin
        a: select pg_advisory_xact_lock(1)
        b: select pg_advisory_xact_lock(2)
        c: select pg_advisory_xact_lock(3)
        a: select pg_advisory_xact_lock(2)
        b: select pg_advisory_xact_lock(3)
        c: select pg_advisory_xact_lock(1)
        c: rollback
        """)).ShouldBe("""
        a1
        b2
        c3
        a4 ->
        b5 ->
        c6 ->
        a7 waits for b
        b8 waits for c
        c9 refused 40P01
        b8 goes on ->
        c10
        t: 1=10 2=20
        """);

    [Test]
    public async Task A_wait_that_nobody_ends_ends_the_schedule() => (await ScheduleStory.TellAsync("""
        a: begin
        a: lock table t
        b: select count(*) from t
        b: select 'never'
        """)).ShouldBe("""
        a1
        a2
        b3 waits for a
        t: 1=10 2=20
        """);

    [Test]
    public async Task Statements_of_the_answer_are_run_one_by_one_and_what_is_left_in_turn() => (await ScheduleStory.TellAsync("""
        a: :next
        b: :next
        a: select 'own'
        a: :next
        """, "begin; update t set value = value + 1 where id = 1; commit;")).ShouldBe("""
        a1
        b2
        a3 -> own
        a4
        a5
        b6
        b7
        t: 1=12 2=20
        """);

    [Test]
    public async Task An_answer_that_is_refused_is_rolled_back_and_not_gone_on_with() => (await ScheduleStory.TellAsync("""
        a: :next
        a: :rest
        b: select value from t where id = 1
        """, "begin; update t set value = 0 where id = 1; select 1 / 0; commit;")).ShouldBe("""
        a1
        a2
        a3 refused 22012
        a3 rolls back
        b4 -> 10
        t: 1=10 2=20
        """);

    [Test]
    public async Task A_session_ended_by_another_is_told_and_the_schedule_goes_on()
    {
        var story = await ScheduleStory.TellAsync("""
            a: select 'here'
            b: select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
            a: select 'still here'
            b: select 'alone'
            """);

        story.ShouldBe("""
            a1 -> here
            b2 -> 1
            a3 refused by nobody
            b4 -> alone
            t: 1=10 2=20
            """);
    }
}
