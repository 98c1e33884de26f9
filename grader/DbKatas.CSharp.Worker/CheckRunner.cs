using System.Reflection;
using DbKatas.Checks;
using NUnit;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace DbKatas.CSharp.Worker;

/// <summary>Runs the checks of one compiled kata, one after another, on the calling thread.</summary>
public static class CheckRunner
{
    /// <summary>Later runs in one process would change where the earlier ones get their data: one run at a time.</summary>
    /// <param name="assembly">Answer and checks.</param>
    /// <param name="answerPath">The answer's path as the compiler was told, to find it in stack traces.</param>
    /// <param name="listener">Told of every check as it begins and ends.</param>
    /// <param name="ask">Gives a connection string to a fresh copy of the kata's data on an engine.</param>
    /// <param name="fixtures">Full names of the classes whose checks run; null for all.</param>
    public static void Run(Assembly assembly, string answerPath, ICheckListener listener, Func<string, Task<string>> ask, IReadOnlyList<string>? fixtures = null)
    {
        KataServers.Use(ask);
        var settings = new Dictionary<string, object>
        {
            [FrameworkPackageSettings.NumberOfTestWorkers] = 0,
            // The grader must know which check had begun when the process ends.
            [FrameworkPackageSettings.SynchronousEvents] = true,
            [FrameworkPackageSettings.RandomSeed] = 1,
            // Elsewhere NUnit would load the test's assembly anew from a file, and there is none.
            [FrameworkPackageSettings.WorkDirectory] = Path.GetTempPath(),
        };
        if (fixtures is not null)
            settings[FrameworkPackageSettings.LOAD] = fixtures.ToList();
        var runner = new NUnitTestAssemblyRunner(new DefaultTestAssemblyBuilder());
        InTheOrderOfTheFile(runner.Load(assembly, settings));
        runner.Run(new NUnitListener(listener, answerPath), TestFilter.Empty);
    }

    /// <summary>NUnit would run them by name. An author begins with what matters most.</summary>
    private static void InTheOrderOfTheFile(ITest suite)
    {
        foreach (var test in suite.Tests)
            InTheOrderOfTheFile(test);
        // The cases of one method keep their order. A method's token grows with its place in the file.
        if (suite.Tests.All(test => test.Method is not null) && suite.Method is null && suite.Tests is List<ITest> tests)
            tests.Sort((a, b) => a.Method!.MethodInfo.MetadataToken.CompareTo(b.Method!.MethodInfo.MetadataToken));
    }
}
