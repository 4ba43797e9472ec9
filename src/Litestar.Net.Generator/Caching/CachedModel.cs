
namespace Litestar.Generator.Caching;

/// <summary>The result of parsing a declaration.</summary>
/// <param name="Model">The model; null if the declaration is not of this kind.</param>
/// <param name="IsLasting">True if it stays valid while all declarations that it can reach by name are unchanged.</param>
internal readonly record struct CachedModel<TModel>(TModel? Model, bool IsLasting = true) where TModel : class;
