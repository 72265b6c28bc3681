namespace InstallGuard.Core.Tests.Fakes;

internal sealed class FakeRefusals : IRefusals
{
    public List<Refusal> All { get; } = [];

    public void Remember(IReadOnlyCollection<Refusal> refusals)
    {
        foreach (var refusal in refusals)
        {
            All.RemoveAll(known => known.Package == refusal.Package && known.Evidence.Contents.Hash == refusal.Evidence.Contents.Hash);
            All.Add(refusal);
        }
    }

    public IReadOnlyList<Refusal> Of(PackageId id) => All.Where(refusal => refusal.Package.Id == id).Reverse().ToList();

    IReadOnlyList<Refusal> IRefusals.All() => All.AsEnumerable().Reverse().OrderBy(refusal => refusal.Package.Id).ToList();

    public void MarkAudit(DateTimeOffset since)
    {
        var marked = All.Select(refusal => refusal with { IsAudited = refusal.At >= since }).ToList();
        All.Clear();
        All.AddRange(marked);
    }

    public IReadOnlyList<Refusal> OfAudit() => All.Where(refusal => refusal.IsAudited).OrderBy(refusal => refusal.Package.Id).ToList();

    public void Forget(Package package) => All.RemoveAll(refusal => refusal.Package == package);
}
