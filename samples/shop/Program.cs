Shop.App.Create(args).Build().Run();
