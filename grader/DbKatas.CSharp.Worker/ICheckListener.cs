namespace DbKatas.CSharp.Worker;

/// <summary>Told what becomes of each check while it happens.</summary>
public interface ICheckListener
{
    void Started(string check);

    void Finished(CheckResult result);
}
