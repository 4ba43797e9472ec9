namespace Notebook;

/// <summary>A note as it is kept and as it is answered.</summary>
public sealed record Note(int Id, string Title, string Text, IReadOnlyList<string> Tags, DateTimeOffset ChangedAt, int Version);

/// <summary>A note as it is sent: what is not defaulted must be there.</summary>
public sealed record NoteDraft(string Title, string Text = "", IReadOnlyList<string>? Tags = null);
