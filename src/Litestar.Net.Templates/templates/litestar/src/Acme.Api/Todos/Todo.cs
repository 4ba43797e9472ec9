using System.ComponentModel.DataAnnotations;

namespace Acme.Api;

/// <summary>Something to do, as it is kept and as it is answered.</summary>
public sealed record Todo(int Id, string Title, DateOnly? Due, bool IsDone);

/// <summary>Something to do, as it is sent. What has no default must be there.</summary>
public sealed record TodoDraft(
    [Required, StringLength(100)] string Title,
    DateOnly? Due = null,
    bool IsDone = false);
