using System.ComponentModel.DataAnnotations;

namespace Acme.Api;

/// <summary>A todo as stored and as returned.</summary>
public sealed record Todo(int Id, string Title, DateOnly? Due, bool IsDone);

/// <summary>A todo as sent by the client. Values without a default are required.</summary>
public sealed record TodoDraft(
    [Required, StringLength(100)] string Title,
    DateOnly? Due = null,
    bool IsDone = false);
