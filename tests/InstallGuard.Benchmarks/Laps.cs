using System.Diagnostics;

namespace InstallGuard.Benchmarks;

/// <summary>How long each part of a pass took, over many passes.</summary>
internal sealed class Laps
{
    private readonly Dictionary<string, List<TimeSpan>> _parts = [];

    /// <summary>The parts in the order in which they were first measured, each with all its times.</summary>
    public IEnumerable<KeyValuePair<string, List<TimeSpan>>> Parts => _parts;

    /// <summary>Does a part of the pass and takes its time.</summary>
    public T Time<T>(string part, Func<T> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = work();
        Add(part, Stopwatch.GetElapsedTime(start));
        return result;
    }

    /// <summary>Adds a time that was taken elsewhere.</summary>
    public void Add(string part, TimeSpan time)
    {
        if (!_parts.TryGetValue(part, out var times))
        {
            _parts.Add(part, times = []);
        }

        times.Add(time);
    }

    /// <summary>Adds another pass.</summary>
    public void Add(Laps pass)
    {
        foreach (var (part, times) in pass._parts)
        {
            times.ForEach(time => Add(part, time));
        }
    }

    /// <summary>The median of a part.</summary>
    public TimeSpan Median(string part) => Median(_parts[part]);

    /// <summary>The median of whole passes.</summary>
    public TimeSpan MedianSum() =>
        Median([.. Enumerable.Range(0, _parts.Values.First().Count).Select(i => new TimeSpan(_parts.Values.Sum(times => times[i].Ticks)))]);

    private static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);
}
