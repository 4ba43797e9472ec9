namespace Litestar.Generator.Parse.Parameters;

/// <summary>Names as the wire says them.</summary>
internal static class WireNaming
{
    /// <summary><c>PageSize</c> as <c>pageSize</c>, <c>URLPath</c> as <c>urlPath</c>: as System.Text.Json does it.</summary>
    public static string Camel(string name)
    {
        var letters = name.ToCharArray();
        for (var i = 0; i < letters.Length && char.IsUpper(letters[i]); i++)
        {
            if (i > 0 && i + 1 < letters.Length && !char.IsUpper(letters[i + 1]))
            {
                break;
            }

            letters[i] = char.ToLowerInvariant(letters[i]);
        }

        return new(letters);
    }
}
