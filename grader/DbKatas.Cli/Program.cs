using DbKatas.Cli;

return await CommandLine.RunAsync(args);
