using System.ComponentModel;

namespace Litestar.Generated;

/// <summary>Checks a member of an object that could not be created because of other members.</summary>
/// <param name="member">Its name in the source.</param>
/// <param name="value">Its value.</param>
/// <param name="report">Collects its faults.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void MemberRuleCheck(string member, object? value, ref ValidationReport report);
