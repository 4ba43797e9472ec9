using System.ComponentModel;

namespace Litestar.Generated;

/// <summary>Checks a value and its members, at any depth.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="value">The value, not null.</param>
/// <param name="report">Collects its faults.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void RuleCheck<in T>(T value, ref ValidationReport report);
