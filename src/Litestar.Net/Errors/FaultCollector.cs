using System.Collections;

namespace Litestar.Errors;

/// <summary>
/// Collects the faults of a request. A small request can have a million of them: only the first are kept, and after one
/// more the search ends.
/// </summary>
internal sealed class FaultCollector : IReadOnlyList<Fault>
{
    /// <summary>The maximum number of faults in a response.</summary>
    public const int Most = 100;

    private Fault[] _kept = new Fault[4];

    /// <summary>The number of kept faults.</summary>
    public int Count { get; private set; }

    /// <summary>The number of added faults, those that are not kept included.</summary>
    public int TotalCount { get; private set; }

    /// <summary>The number of added faults that are not of a rule: values that are missing or could not be read.</summary>
    public int Unread { get; private set; }

    /// <summary>The most severe status of all added faults.</summary>
    public int Status { get; private set; }

    /// <summary>True if more faults were found than are kept.</summary>
    public bool IsFull => TotalCount > Most;

    /// <summary>True if a rule exceeded its time limit; no other rule runs.</summary>
    public bool IsLate { get; private set; }

    public Fault this[int index] => _kept.AsSpan(0, Count)[index];

    public void Add(Fault fault)
    {
        TotalCount++;
        Unread += fault.IsOfRule ? 0 : 1;
        IsLate |= fault.IsLate;
        Status = Math.Max(Status, fault.Status);
        if (Count == Most)
        {
            return;
        }

        if (Count == _kept.Length)
        {
            Array.Resize(ref _kept, Math.Min(Most, Count * 2));
        }

        _kept[Count++] = fault;
    }

    /// <summary>Adds the faults of another part of the request.</summary>
    public void Add(IEnumerable<Fault> others)
    {
        foreach (var fault in others)
        {
            Add(fault);
        }

        if (others is FaultCollector all)
        {
            TotalCount = all.IsFull ? Math.Max(TotalCount, Most + 1) : TotalCount;
            Status = Math.Max(Status, all.Status);
            IsLate |= all.IsLate;
        }
    }

    /// <summary>Counts a check that was skipped because there is no room: checks that depend on it are skipped too.</summary>
    public void Skip() => TotalCount++;

    public IEnumerator<Fault> GetEnumerator() => _kept.Take(Count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
