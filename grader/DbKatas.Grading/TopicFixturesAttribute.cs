using System.Reflection;
using System.Reflection.Emit;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;

namespace DbKatas.Grading;

/// <summary>
/// Makes a fixture of each topic from one class, so that a test explorer, which groups tests by namespace and class, shows track, topic and
/// kata. The topics are folders that nobody has compiled: for each, a class is made that derives from the one with this attribute.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class TopicFixturesAttribute : NUnitAttribute, IFixtureBuilder2
{
    private static readonly ModuleBuilder Module =
        AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Topics"), AssemblyBuilderAccess.Run).DefineDynamicModule("Topics");

    private readonly NUnitTestFixtureBuilder _builder = new();

    /// <summary>The topic that a class made here is for; null for any other class.</summary>
    public static string? TopicOf(Type? type) => type?.Module == Module.Assembly.ManifestModule ? type.FullName!.Replace('.', '/') : null;

    public IEnumerable<TestSuite> BuildFrom(ITypeInfo typeInfo) => BuildFrom(typeInfo, new EveryTest());

    public IEnumerable<TestSuite> BuildFrom(ITypeInfo typeInfo, IPreFilter filter) => GradingRun.Catalog.Katas.Select(kata => kata.TopicPath).Distinct()
        .Select(topic => _builder.BuildFrom(new TypeWrapper(ClassOf(typeInfo.Type, topic)), filter));

    private static Type ClassOf(Type fixture, string topic)
    {
        var name = topic.Replace('/', '.');
        return Module.GetType(name) ?? Module.DefineType(name, TypeAttributes.Public | TypeAttributes.Class, fixture).CreateType();
    }

    private sealed class EveryTest : IPreFilter
    {
        public bool IsMatch(Type type) => true;

        public bool IsMatch(Type type, MethodInfo method) => true;
    }
}
