namespace Litestar.Benchmarks.Contestants;

/// <summary>The checks of a <see cref="Signup"/> as a skilled developer writes them by hand; what they refuse is answered as Litestar.Net does.</summary>
internal static class RawSignup
{
    public static Task Answer(HttpContext context, Signup signup)
    {
        if (Check(signup) is { } faults)
        {
            return RawRejection.Faulty(context, faults);
        }

        var quantity = 0;
        foreach (var wish in signup.Wishes)
        {
            quantity += wish.Quantity;
        }

        return Raw.Write(context, 201, new Receipt(7, quantity), ContractsJson.Default.Receipt);
    }

    private static List<(string Key, string Message)>? Check(Signup signup)
    {
        List<(string, string)>? faults = null;
        if (string.IsNullOrWhiteSpace(signup.Name))
        {
            (faults ??= []).Add(("name", "The name field is required."));
        }
        else if (signup.Name.Length is < 2 or > 40)
        {
            (faults ??= []).Add(("name", "The field name must be a string with a minimum length of 2 and a maximum length of 40."));
        }

        if (string.IsNullOrWhiteSpace(signup.Email))
        {
            (faults ??= []).Add(("email", "The email field is required."));
        }
        else if (!IsEmail(signup.Email))
        {
            (faults ??= []).Add(("email", "The email field is not a valid e-mail address."));
        }

        if (signup.Age is < 18 or > 120)
        {
            (faults ??= []).Add(("age", "The field age must be between 18 and 120."));
        }

        if (signup.Wishes.Count < 1)
        {
            (faults ??= []).Add(("wishes", "The field wishes must be a string or array type with a minimum length of '1'."));
        }

        if (signup.Wishes.Count > 20)
        {
            (faults ??= []).Add(("wishes", "The field wishes must be a string or array type with a maximum length of '20'."));
        }

        for (var i = 0; i < signup.Wishes.Count; i++)
        {
            var wish = signup.Wishes[i];
            if (string.IsNullOrWhiteSpace(wish.Sku))
            {
                (faults ??= []).Add(($"wishes[{i}].sku", "The sku field is required."));
            }
            else if (wish.Sku.Length > 20)
            {
                (faults ??= []).Add(($"wishes[{i}].sku", "The field sku must be a string with a maximum length of 20."));
            }

            if (wish.Quantity is < 1 or > 99)
            {
                (faults ??= []).Add(($"wishes[{i}].quantity", "The field quantity must be between 1 and 99."));
            }
        }

        return faults;
    }

    private static bool IsEmail(string text) =>
        !text.AsSpan().ContainsAny('\r', '\n') && text.IndexOf('@') is > 0 and var at && at != text.Length - 1 && at == text.LastIndexOf('@');
}
