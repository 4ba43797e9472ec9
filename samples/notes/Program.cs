Notebook.App.Create(args).Build().Run();
