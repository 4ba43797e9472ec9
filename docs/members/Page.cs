namespace Litestar.Members;

/// <summary>A file of the reference.</summary>
/// <param name="File">Its name.</param>
/// <param name="Text">What it holds.</param>
public sealed record Page(string File, string Text);
