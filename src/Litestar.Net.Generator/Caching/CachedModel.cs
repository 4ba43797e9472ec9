
namespace Litestar.Generator.Caching;

/// <summary>What was made of a declaration.</summary>
/// <param name="Model">The model; none where the declaration is nothing of the kind.</param>
/// <param name="IsLasting">Whether it stays as it is for as long as all that it can reach by name does.</param>
internal readonly record struct CachedModel<TModel>(TModel? Model, bool IsLasting = true) where TModel : class;
