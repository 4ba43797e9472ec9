using Litestar.Members;

// dotnet run --project members -- reference/members
var folder = Directory.CreateDirectory(args is [var path] ? path : throw new ArgumentException("Say into which folder the pages go."));
foreach (var file in folder.EnumerateFiles())
{
    file.Delete();
}

var pages = Pages.Write(Library.Load());
foreach (var page in pages)
{
    File.WriteAllText(Path.Combine(folder.FullName, page.File), page.Text);
}

Console.WriteLine($"{pages.Count} files in {args[0]}");
